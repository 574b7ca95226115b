package speaker

import (
	"slices"
	"strings"

	"quotes/internal/lexicon"
)

// personal reports whether the head noun of a phrase is one for a person that the
// text may name elsewhere: "the actress", "the 40-year-old", "the Republican", not
// "the source" or "the stock".
func (v *resolver) personal(m mention) bool {
	head := v.low(m.head)
	switch {
	case faceless.Has(head), goods.Has(head):
		return false
	case v.role(m.head), v.named(m.head), stars.Has(head), lexicon.Gendered().Of(head) != 0, lexicon.Demonyms().Has(head), lexicon.Groups().Has(head + "s"):
		return true
	case strings.HasSuffix(head, "-year-old"):
		return true
	}
	return v.doing(head[strings.LastIndexByte(head, '-')+1:]) // "the singer-songwriter"
}

// doing reports whether a noun is in form one for who does something: "the
// seamstress", "the organist", not "the computer".
func (v *resolver) doing(noun string) bool {
	if goods.Has(noun) {
		return false
	}
	return v.roles.Has(noun) || len(noun) > 5 && hasAnySuffix(noun, "er", "or", "ist", "ian", "ee", "eur", "ess", "man") && !hasAnySuffix(noun, "ness", "less", "meter") &&
		!v.organizations.Has(noun) && !lexicon.Documents().Has(noun)
}

func hasAnySuffix(w string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(e string) bool { return strings.HasSuffix(w, e) })
}

// stars are nouns for persons that no list of roles has.
var stars = lexicon.SetOf("star legend icon sensation beauty pontiff stalwart luminary darling prodigy powerhouse heavyweight dignitary great")

// goods are nouns for things and happenings in the form of those for who does
// something.
var goods = lexicon.SetOf("access adapter address alligator amplifier answer badger banner barrier behavior binder blacklist blender blister blockbuster blotter blunder boiler border boulder browser bulldozer bumper bunker burner butter calculator caliber cancer canister canter career carrier caster center chamber chapter character charger charter chatter checklist cluster coaster coffee committee computer congress container conveyor cooker cooler copier corner corridor counter counteroffer cracker crater cruiser cucumber cursor cylinder danger decanter december decoder decree degree destroyer detector dinner disaster disclaimer disorder distress dossier drawer dresser easter elevator encounter epicenter escalator excess explainer exterior factor feather feeder fender fertilizer fervor filibuster filler filter finger firepower flavor flower fodder folder fortress freezer freighter frontier gather gender generator ginger glacier grandeur grater guarantee gutter hammer handover hanger hangover harbor headquarter heater helicopter holder horror hunger incinerator incubator indicator interior jubilee ladder latter laughter lavender layover leather ledger leftover letter lighter liqueur liquor loafer lobster locker lumber makeover manatee manner marker marquee matter mattress median merger minicomputer mirror moniker monsieur monster murder neither newsletter newspaper november number october oyster parlor pepper planter plaster platter playlist pointer popover poster powder precursor primer printer process processor progress projector propeller pullover quarter radiator reactor recorder refrigerator register remainder reminder rollercoaster rollover rooster roster router rubber rudder sampler saucer scanner scooter semester sensor september server setter shaver shelter shortlist shoulder shower shutter silver simulator skyscraper slaughter slider slipper soccer specter spillover splinter spoiler starter steamer sticker stopover stretcher stroller stutter success succor summer supercomputer supper suspender sweater takeover tanker teaser teleprompter temper tender terror tether theater thriller thunder timber tinder toaster toffee tracker tractor trailer transfer transformer transistor transmitter tremor trigger turnover twister twitter typewriter ventilator voucher waitlist waiver wallpaper warmer washer weather whisper whitelist winter wonder wrapper zipper")

// signed reports whether a phrase that stands for a person at a guess also tells
// that person's role: "the Conservative MP". That takes a name in it and two signs
// more: the person was the last to speak, in this paragraph or the one before, and
// no other words nearby are about such a one.
func (v *resolver) signed(m mention, who *entity) bool {
	if m.core.len() < 3 || v.low(m.core.first) != "the" || !v.named(m.core.first+1) || !v.role(m.head) || ordinaryPerson.Has(v.low(m.head)) || len(v.turns) == 0 {
		return false
	}
	if last := v.turns[len(v.turns)-1]; last.who != who || v.apart(last.block, v.blockOf(m)) > 1 {
		return false
	}
	for i := max(m.head-newReach, 0); i < min(m.head+newReach, len(v.doc.Tokens)); i++ {
		if i != m.head && v.low(i) == v.low(m.head) {
			return false
		}
	}
	return true
}
