package speaker

import (
	"os"
	"slices"
	"testing"

	"quotes/internal/knowntest"
	"quotes/pkg/text"
)

type speakerRow struct {
	name, text string
	want       []string // of each quote: speaker | kind | role
}

var speakerTests = slices.Concat(nameRows, roleRows, kindRows, mergeRows, pronounRows, phraseRows, turnRows)

// nameRows: a name where the quote stands, and its fullest form.
var nameRows = []speakerRow{
	{"full name", `“{q:Stay,}” {s:Dana Lee} {c:said}.`, []string{"Dana Lee | person | -"}},
	{"surname, full name before", "Dana Lee runs the mill.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"surname, full name behind", "“{q:Stay,}” {s:Lee} {c:said}.\nDana Lee runs the mill.", []string{"Dana Lee | person | -"}},
	{"first name, full name before", "Marcus Bowen runs the mill.\n“{q:Stay,}” {s:Marcus} {c:said}.", []string{"Marcus Bowen | person | -"}},
	{"Mr", "Marcus Bowen runs the mill.\n“{q:Stay,}” {s:Mr Bowen} {c:said}.", []string{"Marcus Bowen | person | -"}},
	{"Ms with a stop", "Dana Lee runs the mill.\n“{q:Stay,}” {s:Ms. Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"Dr", "Ada Okoro runs the clinic.\n“{q:Stay,}” {s:Dr. Okoro} {c:said}.", []string{"Ada Okoro | person | Dr."}},
	{"middle initial", "Marcus T. Bowen runs the mill.\n“{q:Stay,}” {s:Bowen} {c:said}.", []string{"Marcus T. Bowen | person | -"}},
	{"initials", "J. T. Bowen runs the mill.\n“{q:Stay,}” {s:Bowen} {c:said}.", []string{"J. T. Bowen | person | -"}},
	{"initials, glued", "J.T. Bowen runs the mill.\n“{q:Stay,}” {s:Bowen} {c:said}.", []string{"J.T. Bowen | person | -"}},
	{"particle, surname alone", "Jonas von Ahlen runs the mill.\n“{q:Stay,}” {s:von Ahlen} {c:said}.", []string{"Jonas von Ahlen | person | -"}},
	{"hyphen", "Maria Lund-Becker runs the mill.\n“{q:Stay,}” {s:Lund-Becker} {c:said}.", []string{"Maria Lund-Becker | person | -"}},
	{"hyphen in the first name", "Jean-Paul Marchand runs the mill.\n“{q:Stay,}” {s:Marchand} {c:said}.", []string{"Jean-Paul Marchand | person | -"}},
	{"apostrophe", "Nora O'Malley runs the mill.\n“{q:Stay,}” {s:O'Malley} {c:said}.", []string{"Nora O'Malley | person | -"}},
	{"Arabic article", "Yusuf al-Haddad runs the mill.\n“{q:Stay,}” {s:al-Haddad} {c:said}.", []string{"Yusuf al-Haddad | person | -"}},
	{"Arabic article with a capital", "Yusuf al-Haddad runs the mill.\n“{q:Stay,}” {s:Al-Haddad} {c:said}.", []string{"Yusuf al-Haddad | person | -"}},
	{"bin", "Karim bin Rashid runs the mill.\n“{q:Stay,}” {s:bin Rashid} {c:said}.", []string{"Karim bin Rashid | person | -"}},
	{"accents", "José Ibáñez runs the mill.\n“{q:Stay,}” {s:Ibáñez} {c:said}.", []string{"José Ibáñez | person | -"}},
	{"all capitals in a headline", "headline> {s1:BOWEN}{c1::} {q1:WE STAY}\nMarcus Bowen runs the mill.", []string{"Marcus Bowen | person | -"}},
	{"all capitals in a transcript", "Marcus Bowen met the press.\n{s1:BOWEN}{c1::} {q1:We stay where we are.}", []string{"Marcus Bowen | person | -"}},
	{"headline before the body", "headline> {s1:Lee} {c1:says} {q1:mill stays}\n“{q2:It stays,}” {s2:Dana Lee} {c2:said}.", []string{"Dana Lee | person | -", "Dana Lee | person | -"}},
	{"possessive", "Dana Lee runs the mill.\n{s:Lee}’s {c:claim} that {q:the mill stays} drew laughter.", []string{"Dana Lee | person | -"}},
	{"name of three", "Anna Maria Kowalska runs the mill.\n“{q:Stay,}” {s:Kowalska} {c:said}.", []string{"Anna Maria Kowalska | person | -"}},
	{"nickname between", "Dana “Doc” Lee runs the mill.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana “Doc” Lee | person | -"}},
	{"nickname between, straight marks", "Dana \"Doc\" Lund runs the mill. Dana Lund is old.\n“{q:Stay,}” {s:Lund} {c:said}.", []string{"Dana \"Doc\" Lund | person | -"}},
	{"an epithet before the name", "Honest Hilda Lund lost. Hilda Lund runs the mill.\n“{q:Stay,}” {s:Lund} {c:said}.", []string{"Hilda Lund | person | -"}},
	{"an epithet behind the full name", "Hilda Lund runs the mill. They shouted at Honest Hilda Lund.\n“{q:Stay,}” {s:Lund} {c:said}.", []string{"Hilda Lund | person | -"}},
	{"a surname that is a word for a place", `“{q:No way,}” {s:Mary Island} {c:said}.`, []string{"Mary Island | person | -"}},
	{"an island", `{s:Osterby Island} {c:said} {q:the road was shut}.`, []string{"Osterby Island | organization | -"}},
	{"a cup named after a person", `{s:The Stanley Cup} {c:said} {q:the road was shut}.`, []string{"Stanley Cup | organization | -"}},
	{"two people", `“{q:Stay,}” {s:Dana Lee and Marcus Bowen} {c:said}.`, []string{"Dana Lee and Marcus Bowen | group | -"}},
}

// roleRows: titles and appositions.
var roleRows = []speakerRow{
	{"a noun for who does something that no list has", "“{q:Stay,}” {c:said} {s:Dana Lee, a town committeewoman from Osterby}.", []string{"Dana Lee | person | a town committeewoman from Osterby"}},
	{"title before", `“{q:Stay,}” {s:Mayor Dana Lee} {c:said}.`, []string{"Dana Lee | person | Mayor"}},
	{"title of two words", `“{q:Stay,}” {s:Foreign Minister Ines Duarte} {c:said}.`, []string{"Ines Duarte | person | Foreign Minister"}},
	{"title with a country", `“{q:Stay,}” {s:Norwegian Foreign Minister Ines Duarte} {c:said}.`, []string{"Ines Duarte | person | Norwegian Foreign Minister"}},
	{"title in lower case", `“{q:Stay,}” {c:said} {s:company spokesman Marcus Bowen}.`, []string{"Marcus Bowen | person | company spokesman"}},
	{"title, abbreviated", `“{q:Stay,}” {s:Gen. Marcus Bowen} {c:said}.`, []string{"Marcus Bowen | person | Gen."}},
	{"title, Sen.", `“{q:Stay,}” {s:Sen. Dana Lee} {c:said}.`, []string{"Dana Lee | person | Sen."}},
	{"title with former", `“{q:Stay,}” {s:former mayor Dana Lee} {c:said}.`, []string{"Dana Lee | person | former mayor"}},
	{"title with a possessive", `“{q:Stay,}” {s:Osterby’s mayor, Dana Lee,} {c:said}.`, []string{"Dana Lee | person | Osterby’s mayor"}},
	{"apposition", `“{q:Stay,}” {c:said} {s:Dana Lee, the mayor of Osterby}.`, []string{"Dana Lee | person | the mayor of Osterby"}},
	{"apposition, no article", `“{q:Stay,}” {c:said} {s:Dana Lee, mayor of Osterby}.`, []string{"Dana Lee | person | mayor of Osterby"}},
	{"apposition, a", `“{q:Stay,}” {c:said} {s:Dana Lee, a lawyer for the union}.`, []string{"Dana Lee | person | a lawyer for the union"}},
	{"apposition before the verb", `{s:Dana Lee, a spokeswoman for the union}, {c:said} {q:the mill stays}.`, []string{"Dana Lee | person | a spokeswoman for the union"}},
	{"apposition with an organisation", `“{q:Stay,}” {c:said} {s:Dana Lee, chief executive of Osterby Steel}.`, []string{"Dana Lee | person | chief executive of Osterby Steel"}},
	{"who is", `“{q:Stay,}” {c:said} {s:Dana Lee, who is the mayor of Osterby}.`, []string{"Dana Lee | person | the mayor of Osterby"}},
	{"role stated elsewhere before", "Dana Lee, the mayor of Osterby, arrived at noon.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | the mayor of Osterby"}},
	{"role stated elsewhere behind", "“{q1:Stay,}” {s1:Lee} {c1:said}.\nMayor Dana Lee arrived at noon.", []string{"Dana Lee | person | Mayor"}},
	{"an age is no role", `“{q:Stay,}” {c:said} {s:Dana Lee, 46}.`, []string{"Dana Lee | person | -"}},
	{"a party is no role", `“{q:Stay,}” {c:said} {s:Dana Lee (R-Ohio)}.`, []string{"Dana Lee | person | -"}},
	{"Mr is no role", `“{q:Stay,}” {c:said} {s:Mr. Marcus Bowen}.`, []string{"Marcus Bowen | person | -"}},
	{"a first name that is a title too", `“{q:Stay,}” {s:executive editor Dean Lund} {c:said}.`, []string{"Dean Lund | person | executive editor"}},
	{"title of three words", `“{q:Stay,}” {s:EU foreign policy chief Dana Lee} {c:said}.`, []string{"Dana Lee | person | EU foreign policy chief"}},
	{"title of somebody’s", `“{q:Stay,}” {s:Bowen’s former communications director Dana Lee} {c:said}.`, []string{"Dana Lee | person | Bowen’s former communications director"}},
	{"title behind an institution", `“{q:Stay,}” {s:University of Osterby biologist Dana Lee} {c:said}.`, []string{"Dana Lee | person | University of Osterby biologist"}},
	{"a surname like a people", `“{q:Stay,}” {c:said} {s:Leandra English, the bank’s deputy director}.`, []string{"Leandra English | person | the bank’s deputy director"}},
	{"address behind a title", `“{q:Stay,}” {s:chief physician Dr. Dana Lee} {c:said}.`, []string{"Dana Lee | person | chief physician"}},
	{"role behind a party", `“{q:Stay,}” {c:said} {s:Dana Lee (R-Ohio), the chairman of the road board}.`, []string{"Dana Lee | person | the chairman of the road board"}},
	{"retired", `“{q:Stay,}” {s:retired road executive Dana Lee} {c:said}.`, []string{"Dana Lee | person | retired road executive"}},
	{"title with of, before a comma", `“{q:Stay,}” {s:Norway’s deputy director of public roads, Dana Lee,} {c:said}.`, []string{"Dana Lee | person | Norway’s deputy director of public roads"}},
	{"an adjective in a title behind an institution", `“{q:Stay,}” {s:University of Osterby political science professor Marcus Bowen} {c:said}.`, []string{"Marcus Bowen | person | University of Osterby political science professor"}},
	{"a clause between commas is no role", "Donald Bowen, the aide acknowledged, runs the mill.\n“{q:Stay,}” {s:Bowen} {c:said}.", []string{"Donald Bowen | person | -"}},
	{"whose role before a comma", `{s:Lund’s campaign chair in the town of Osterby, Dana Lee,} {c:said} {q:the road was shut}.`, []string{"Dana Lee | person | Lund’s campaign chair in the town of Osterby"}},
	{"no role of who is named before a comma", "The road was shut by the mayor of Osterby, {s:Dana Lee} {c:said}, {q:and opened again}.", []string{"Dana Lee | person | -"}},
	{"role with whom it is for", `“{q:Stay,}” {c:said} {s:Dana Bowen, a spokesman for Mayor Rosa Lund}.`, []string{"Dana Bowen | person | a spokesman for Mayor Rosa Lund"}},
	{"role with whose it is", `“{q:Stay,}” {c:said} {s:Dana Bowen, Mayor Rosa Lund’s first road adviser}.`, []string{"Dana Bowen | person | Mayor Rosa Lund’s first road adviser"}},
	{"a clause is no role", "Dana Bowen, his advisers and many others say, runs the mill.\n“{q:Stay,}” {s:Bowen} {c:said}.", []string{"Dana Bowen | person | -"}},
	{"a list is no role, with a party", "Dana Bowen, Democratic Senator Rosa Lund and mill chief Emil Brandt, met at noon.\n“{q:Stay,}” {s:Bowen} {c:said}.", []string{"Dana Bowen | person | -"}},
	{"a role that no list has", `“{q:Stay,}” {c:said} {s:Dana Lee, a road regulation specialist at a law firm}.`, []string{"Dana Lee | person | a road regulation specialist at a law firm"}},
	{"a list is no role", "Dana Bowen, Mayor Rosa Lund and Emil Brandt, the chair, met at noon.\n“{q:Stay,}” {s:Bowen} {c:said}.", []string{"Dana Bowen | person | -"}},
	{"two posts of one", `“{q:Stay,}” {s:lead author and NRU geologist Dana Lee} {c:said}.`, []string{"Dana Lee | person | NRU geologist"}},
	{"post with a place, then the name", `“{q:Stay,}” {c:said} {s:Norway’s ambassador to Britain Xiao Tveit}.`, []string{"Xiao Tveit | person | Norway’s ambassador to Britain"}},
	{"head of", `“{q:Stay,}” {c:said} {s:Dana Lee, Head of Mills for Osterby}.`, []string{"Dana Lee | person | Head of Mills for Osterby"}},
	{"role behind a plural’s mark", `“{q:Stay,}” {s:Dana Lee, the Millers’ executive director of mills,} {c:said}.`, []string{"Dana Lee | person | the Millers’ executive director of mills"}},
	{"who is also", `“{q:Stay,}” {c:said} {s:Dana Lee, who is also an executive at Osterby}.`, []string{"Dana Lee | person | an executive at Osterby"}},
	{"former, before a name that has an adjective", `“{q:Stay,}” {s:former National Mill Council official Marcus Bowen} {c:said}.`, []string{"Marcus Bowen | person | former National Mill Council official"}},
	{"two roles before the name", `“{q:Stay,}” {s:chairman and president Dana Lee} {c:said}.`, []string{"Dana Lee | person | chairman and president"}},
	{"role before a comma", `{s:The mayor of Osterby, Dana Lee,} {c:said} {q:the road was shut}.`, []string{"Dana Lee | person | The mayor of Osterby"}},
	{"an age shows a person", "Okoro, 43, of Osterby, stood in the hall.\n{s:Okoro} {c:said} {q:the road was closed}.", []string{"Okoro | person | -"}},
	{"no role of the headline", "headline> A visit to the mayor\nYesterday, Dana Lee, who lives in Osterby, stood in the hall.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"initials of two institutions", "The National Security Council met the National Science Council.\n“{q:Stay,}” {s:the NSC} {c:said}.", []string{"NSC | organization | -"}},
	{"role behind an age", "Dana Lee, 45, a nurse at the mill, arrived at noon.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | a nurse at the mill"}},
	{"role before a comma, elsewhere", "The council’s leader, Dana Lee, opened the hall at noon.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | The council’s leader"}},
	{"no role of somebody else", "Mayor Ines Duarte met Dana Lee.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"no words of the heading before", "Talks\n\nPrime Minister Ana Brekke arrived. “{q:Stay,}” {s:she} {c:said}.", []string{"Ana Brekke | person | Prime Minister"}},
	{"role that a sentence says", "Lee was tired. Lee is the chief of the mill.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Lee | person | the chief of the mill"}},
	{"role that a sentence says, of a place", "Dana Lee is a councillor in Osterby.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | a councillor in Osterby"}},
	{"a title before what a sentence says", "Mayor Dana Lee is the chief of the road board.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | Mayor"}},
	{"role that a sentence says, now", "Dana Lee is now also the mayor of Osterby.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | the mayor of Osterby"}},
	{"role of which somebody is", "Dana Lee is the head of the road board.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | the head of the road board"}},
	{"no role: not", "Dana Lee is not the mayor of Osterby.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"no role: no longer", "Dana Lee is no longer the mayor.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"no role: never", "Dana Lee was never the head of the union.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"no role: nearly", "Dana Lee was nearly the president of Norway.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"no role: almost certainly", "Dana Lee is almost certainly the next mayor.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"no role: the next", "Dana Lee is the next mayor.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"no role: who is not", "Dana Lee, who is not the mayor of Osterby, came late.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"no role: who is no longer", "Dana Lee, who is no longer the mayor of Osterby, came late.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"an opponent has no role", "Dana Lee is the enemy of the mayor.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"a relative has no role", "Dana Lee is the daughter of a judge.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"a relative has no role, the other way round", "Dana Lee is the mayor’s daughter.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"whose noun is no role", "Dana Lee is the mayor’s choice for the board.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"a sentence that says no role", "Dana Lee is a good teacher.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"of which institution", "{q:The mill stays}, {c:according to} {s:Dana Lee of the Osterby Herald}.", []string{"Dana Lee | person | of the Osterby Herald"}},
	{"of which town", "{q:The mill stays}, {c:according to} {s:Dana Lee of Norway}.", []string{"Dana Lee | person | -"}},
	{"role between dashes", "Dana Lee — head of roads for Osterby and a former nurse — {c:said} {q:the mill stays}. “{q2:Go,}” {s2:Lee} {c2:added}.", []string{"- | - | -", "Dana Lee | person | head of roads for Osterby and a former nurse"}},
	{"employer behind a comma", "“{q:Stay,}” {c:said} {s:Dana Lee, vice president, Mills & Roads at Osterby Steel}.", []string{"Dana Lee | person | vice president, Mills & Roads at Osterby Steel"}},
	{"role with several adjectives", "“{q:Stay,}” {c:said} {s:Dana Lee, a lawyer with large, small and rural mills}.", []string{"Dana Lee | person | a lawyer with large, small and rural mills"}},
	{"role with words in quotation marks", "“{q:Stay,}” {c:said} {s:Dana Lee, an aide with an “iron” hand at the mill}.", []string{"Dana Lee | person | an aide with an “iron” hand at the mill"}},
	{"a clause between commas is no role, either", "Dana Lee, the mayor praised the road, runs the mill.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"titles of several", "The bill came from Sens. Dana Lee and Marcus Bowen.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"titles of several, joined", "Singer-guitarists Dana Lee and Marcus Bowen came late.\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"a surname that is a title, and a suffix", "“{q:Stay,}” {s:Marcus Bishop Jr.} {c:said}.", []string{"Marcus Bishop Jr. | person | -"}},
	{"a first name that is an address too", "“{q:Stay,}” {s:former board chairman Don Fowler} {c:said}.", []string{"Don Fowler | person | former board chairman"}},
	{"organisations have none", `“{q:Stay,}” {s:Osterby Council} {c:said}.`, []string{"Osterby Council | organization | -"}},
}

// kindRows: what the speaker is.
var kindRows = []speakerRow{
	{"another post", "Prime Minister Ana Brekke arrived.\n{s:The Foreign Minister} {c:said} {q:talks went well}.", []string{"The Foreign Minister | unnamed | -"}},
	{"another post of two words", "UN Secretary General Ana Brekke arrived.\n{s:The Surgeon General} {c:said} {q:smoke kills}.", []string{"The Surgeon General | unnamed | -"}},
	{"another post than the one before", "{s1:The Attorney General} {c1:said} {q1:the rule was clear}.\n{s2:The Surgeon General} {c2:said} {q2:smoke kills}.", []string{"The Attorney General | unnamed | -", "The Surgeon General | unnamed | -"}},
	{"the same post", "Foreign Minister Ana Brekke arrived with Prime Minister Tom Reyes.\n{s:The Foreign Minister} {c:said} {q:talks went well}.", []string{"Ana Brekke | person | Foreign Minister"}},
	{"the same post, since when", "Mayor Ana Brekke arrived.\n{s:The local mayor} {c:said} {q:talks went well}.", []string{"Ana Brekke | person | Mayor"}},
	{"office named for a post", "{s:The Office of the Inspector General} {c:said} {q:the port was late}.", []string{"Office of the Inspector General | organization | -"}},
	{"capital for a country", "Norway has closed its ports.\n“{q:Stay,}” {s:Oslo} {c:said}.", []string{"Norway | organization | -"}},
	{"capital, a name that ends in the country", "The Royal Shipping Council of Norway met. Norway has closed its ports.\n“{q:Stay,}” {s:Oslo} {c:said}.", []string{"Norway | organization | -"}},
	{"country, a name that ends in it", "The Royal Shipping Council of Norway met.\n“{q:Stay,}” {s:Norway} {c:said}.", []string{"Norway | organization | -"}},
	{"country", `“{q:Stay,}” {s:Norway} {c:said}.`, []string{"Norway | organization | -"}},
	{"ministry", `{s:The defence ministry} {c:said} {q:the road was shut}.`, []string{"defence ministry | organization | -"}},
	{"company", `{s:Osterby Steel Inc.} {c:said} {q:the mill stays}.`, []string{"Osterby Steel Inc. | organization | -"}},
	{"court", `{s:The Supreme Court} {c:ruled} that {q:the mill stays}.`, []string{"Supreme Court | organization | -"}},
	{"newspaper", `{s:The Osterby Herald} {c:reported} that {q:the mill stays}.`, []string{"Osterby Herald | organization | -"}},
	{"university", `{s:The University of Osterby} {c:said} {q:the hall stays shut}.`, []string{"University of Osterby | organization | -"}},
	{"police", `{s:Police} {c:said} {q:two men were held}.`, []string{"police | group | -"}},
	{"report", `{s:The report} {c:said} {q:the mill was unsafe}.`, []string{"the report | document | -"}},
	{"survey", `{s:A survey of 900 voters} {c:found} that {q:most would stay}.`, []string{"a survey of 900 voters | document | -"}},
	{"court papers", `{s:Court papers} {c:said} {q:the mill was unsafe}.`, []string{"court papers | document | -"}},
	{"lawsuit", `{s:The lawsuit} {c:said} {q:the mill was unsafe}.`, []string{"the lawsuit | document | -"}},
	{"letter", `{s:The letter} {c:said} {q:the mill was unsafe}.`, []string{"the letter | document | -"}},
	{"officials", `{s:Officials} {c:said} {q:the mill was unsafe}.`, []string{"officials | group | -"}},
	{"witnesses", `{s:Witnesses} {c:said} {q:the roof fell in}.`, []string{"witnesses | group | -"}},
	{"critics", `{s:Critics of the plan} {c:said} {q:it was too late}.`, []string{"critics of the plan | group | -"}},
	{"two officials", `{s:Two senior officials} {c:said} {q:a deal was near}.`, []string{"two senior officials | group | -"}},
	{"others", `{s:Others} {c:said} {q:it was too late}.`, []string{"others | group | -"}},
	{"unnamed official", `{s:A senior official} {c:said} {q:a deal was near}.`, []string{"a senior official | unnamed | -"}},
	{"unnamed spokesman", `{s:A spokesman for the union} {c:said} {q:a deal was near}.`, []string{"a spokesman for the union | unnamed | -"}},
	{"unnamed person", `{s:One woman} {c:said} {q:she saw the car}.`, []string{"one woman | unnamed | -"}},
	{"surname alone throughout", "“{q:Stay,}” {s:Okoro} {c:said}.", []string{"Okoro | person | -"}},
	{"a single word that says we", "“{q:We closed our mill,}” {s:Osterbysteel} {c:said}.", []string{"Osterbysteel | organization | -"}},
	{"a single word that says I", "{s1:Okoro} {c1:said} {q1:the mill stays}. “{q2:We met and I told them,}” {s2:Okoro} {c2:said}.", []string{"Okoro | person | -", "Okoro | person | -"}},
	{"a single word, then she", "Okoro closed the mill. She sold it in May.\n{s:Okoro} {c:said} {q:the mill stays}.", []string{"Okoro | person | -"}},
	{"a single word of which it is said", "{s:Osterbysteel} {c:said} {q:it would close}.", []string{"Osterbysteel | organization | -"}},
	{"a title before a single name, later on", "Okoro closed the mill.\n{s1:Okoro} {c1:said} {q1:the mill stays}. President Okoro left at noon.", []string{"Okoro | person | President"}},
	{"a group that starts like a name", "Virginia Growers met.\n{s:Virginia Growers} {c:said} {q:the mill stays}.", []string{"Virginia Growers | group | -"}},
	{"a surname that is a word for a group", "“{q:Stay,}” {c:said} {s:Jim Rich, the mayor of Osterby}.", []string{"Jim Rich | person | the mayor of Osterby"}},
	{"a group noun at the end of a name", "{s:The Osterby Group} {c:said} {q:a deal was near}.", []string{"Osterby Group | organization | -"}},
	{"an authority", "{s:The Road Safety Authority} {c:said} {q:a deal was near}.", []string{"Road Safety Authority | organization | -"}},
	{"an institution written like a pronoun", `“{q1:Stay,}” {s1:the WHO} {c1:said}.
“{q2:Go,}” {s2:the WHO, which met on Monday,} {c2:said}.`, []string{"WHO | organization | -", "WHO | organization | -"}},
	{"an institution written like a surname", "Park Jong Un opened the hall.\n“{q1:Stay,}” {s1:Park Jong Un} {c1:said}.\n“{q2:Go,}” {s2:the UN} {c2:said}.", []string{"Park Jong Un | person | -", "UN | organization | -"}},
	{"a newspaper named like a role", "{s:The Osterby Observer} {c:reported} {q:a deal was near}.", []string{"Osterby Observer | organization | -"}},
	{"an acronym like a pronoun", "“{q:Stay,}” {c:said} {s:WHO}.", []string{"WHO | organization | -"}},
	{"a possessive before a name", "Osterbysteel’s Mayflower mill closed.\n{s:Osterbysteel} {c:said} {q:it would sell}.", []string{"Osterbysteel | organization | -"}},
	{"a paper of the people", "{s:The People’s Herald} {c:said} {q:a deal was near}.", []string{"People’s Herald | organization | -"}},
	{"a word that only starts the sentence", "Is Osterbysteel safe? Whatever Osterbysteel sells, it sells well.\n{s:Osterbysteel} {c:said} {q:it would close}.", []string{"Osterbysteel | organization | -"}},
	{"the company, not the country", "Osterbysteel closed its mill in Norway. Norway, Norway and Norway again.\n{s:The company, which sells steel,} {c:said} {q:a deal was near}.", []string{"Osterbysteel | organization | -"}},
	{"two fields of one institution", "{s:The Osterby Health and Road Agency} {c:said} {q:a deal was near}.", []string{"Osterby Health and Road Agency | organization | -"}},
	{"who works for an institution", "{s:Ministry of Fisheries attorneys} {c:said} {q:a deal was near}.", []string{"Ministry of Fisheries attorneys | group | -"}},
	{"what comes from an institution", "{q:A deal was near}, {c:according to} {s:Ministry of Fisheries data}.", []string{"Ministry of Fisheries data | document | -"}},
	{"an office for something", "{s:The Office for the Coordination of Humanitarian Affairs} {c:said} {q:a deal was near}.", []string{"Office for the Coordination of Humanitarian Affairs | organization | -"}},
	{"some of an institution", "{s:Some members of Congress} {c:said} {q:a deal was near}.", []string{"some members of Congress | group | -"}},
	{"a press agency", "{s:The Osterby Press} {c:reported} {q:a deal was near}.", []string{"Osterby Press | organization | -"}},
	{"a place in the south", "{s:South Dakota} {c:said} {q:a deal was near}.", []string{"South Dakota | organization | -"}},
	{"members of an institution", "{s:The members of the Osterby Council} {c:said} {q:a deal was near}.", []string{"the members of the Osterby Council | group | -"}},
	{"an institution named after a person", "{s:The Thomas Brandt Law Center} {c:said} {q:a deal was near}.", []string{"Thomas Brandt Law Center | organization | -"}},
	{"whose picture it is", "caption> AP Photo Dana Lee\n“{q:Stay,}” {s:Lee} {c:said}.", []string{"Dana Lee | person | -"}},
	{"a single word with its", "Osterbysteel closed its mill.\n“{q:The mill is closed,}” {s:Osterbysteel} {c:said}.", []string{"Osterbysteel | organization | -"}},
	{"a single word with his", "Okoro closed his mill.\n{s:Okoro} {c:said} {q:the mill was closed}.", []string{"Okoro | person | -"}},
	{"the court, named in full elsewhere", "The Norwegian Supreme Court met.\n{s:The Supreme Court} {c:said} {q:a deal was near}.", []string{"Norwegian Supreme Court | organization | -"}},
	{"the institute for something", "The Institute for Roads and Bridges met.\n{s:The Institute} {c:said} {q:a deal was near}.", []string{"Institute for Roads and Bridges | organization | -"}},
	{"people familiar with it", "{s:Two people familiar with the matter} {c:said} {q:a deal was near}.", []string{"two people familiar with the matter | group | -"}},
	{"other people familiar with it", "{s1:People familiar with the matter} {c1:said} {q1:a deal was near}. {s2:People familiar with their thinking} {c2:said} {q2:it was far}.", []string{"people familiar with the matter | group | -", "people familiar with their thinking | group | -"}},
	{"one of several", "{s:One of the sources} {c:said} {q:a deal was near}.", []string{"one of the sources | unnamed | -"}},
	{"both and", "{s:Both his lawyer and additional sources} {c:said} {q:a deal was near}.", []string{"both his lawyer and additional sources | group | -"}},
	{"himself", "Dana Lee runs the mill. {s:Lee herself} {c:said} {q:a deal was near}.", []string{"Dana Lee | person | -"}},
	{"more than so many", "{s:More than 120 countries} {c:said} {q:a deal was near}.", []string{"more than 120 countries | group | -"}},
	{"he and another", "Marcus Bowen runs the mill. {s:He and Lund} {c:said} {q:a deal was near}.", []string{"he and Lund | group | -"}},
	{"the union", "The Northern Rail Union met on Monday.\n{s:The union} {c:said} {q:a deal was near}.", []string{"Northern Rail Union | organization | -"}},
	{"the ministry", "Norway’s Ministry of Fisheries met on Monday.\n{s:The ministry} {c:said} {q:a deal was near}.", []string{"Norway’s Ministry of Fisheries | organization | -"}},
	{"whose ministry", "{s1:Norway’s Health Ministry} {c1:said} {q1:a deal was near}. {s2:The Health Ministry} {c2:said} {q2:it was far}.", []string{"Norway’s Health Ministry | organization | -", "Norway’s Health Ministry | organization | -"}},
	{"a board named after a place like a first name", "The chairman of the Virginia Board of Mills, Marcus Bowen, came late.\n{s:The Virginia Board of Mills} {c:said} {q:a deal was near}.", []string{"Virginia Board of Mills | organization | -"}},
	{"a coalition for something", "{s:The Charlotte Road Coalition for Justice} {c:said} {q:a deal was near}.", []string{"Charlotte Road Coalition for Justice | organization | -"}},
	{"a building is nobody", "Marcus Bowen stood in Shea Stadium. Shea Stadium was full.\n“{q:Stay,}” {s:he} {c:said}.", []string{"Marcus Bowen | person | -"}},
	{"a site", "{s:Osterbynews.com} {c:reported} {q:a deal was near}.", []string{"Osterbynews.com | organization | -"}},
	{"the title of a song is nobody", "Marcus Bowen sang “Back Home Again” and left.\n“{q:Stay,}” {s:he} {c:said}.", []string{"Marcus Bowen | person | -"}},
	{"a newspaper with a hyphen", "{s:The Leader-Courier} {c:reported} {q:a deal was near}.", []string{"Leader-Courier | organization | -"}},
	{"a heading in capitals is not the name", "STOP MARCUS BOWEN\nMarcus Bowen runs the mill.\n“{q:Stay,}” {s:Bowen} {c:said}.", []string{"Marcus Bowen | person | -"}},
	{"a first name alone", "“{q:Stay at the mill,}” {s:Marcus} {c:said}.", []string{"Marcus | person | -"}},
	{"a firm with a possessive mark", "{s:Bowen’s} {c:said} {q:sales fell in May}.", []string{"Bowen’s | organization | -"}},
	{"a name and what a link adds to it", "Governor Kristi Lund Kristi Ann Lund Osterby road plan is late.\n“{q:Stay,}” {s:Lund} {c:said}.", []string{"Kristi Lund | person | Governor"}},
	{"an adverb behind the name", "Dana Lee runs the mill. {s:Lee further} {c:said} {q:a deal was near}.", []string{"Dana Lee | person | -"}},
	{"everyone", "{s:Everyone} {c:said} {q:a deal was near}.", []string{"everyone | group | -"}},
	{"a study with two adjectives", "{s:One small, two-month study} {c:found} that {q:the road was shut}.", []string{"one small, two-month study | document | -"}},
	{"adjectives at the start", "{s:Current and former officials} {c:said} {q:a deal was near}.", []string{"current and former officials | group | -"}},
	{"nouns at the start", "{s:Companies and individuals} {c:said} {q:a deal was near}.", []string{"companies and individuals | group | -"}},
	{"two who are not named", "{s:A clerk and a nurse} {c:said} {q:a deal was near}.", []string{"a clerk and a nurse | group | -"}},
	{"a channel with a number", "{s:Channel 12} {c:reported} {q:a deal was near}.", []string{"Channel 12 | organization | -"}},
	{"reports in a ticker", "ticker> Osterby - {s:Reports}{c::} {q:a deal is near}", []string{"reports | document | -"}},
	{"a state of a faith", "{s:The Islamic State} {c:said} {q:a deal was near}.", []string{"Islamic State | organization | -"}},
	{"a single name that reports", "{s:Osterbyfact} {c:reported} {q:a deal was near}.", []string{"Osterbyfact | organization | -"}},
	{"a pope", "Pope Francis met the millers.\n“{q:Stay,}” {s:the pope} {c:said}.", []string{"Pope Francis | person | Pope"}},
	{"a prince with a surname", "Prince Marcus Bowen met the millers.\n“{q:Stay,}” {s:Bowen} {c:said}.", []string{"Marcus Bowen | person | Prince"}},
	{"a firm of two words, which", "Great Wheel, which sells steel, closed its mill.\n{s:Great Wheel} {c:said} {q:a deal was near}.", []string{"Great Wheel | organization | -"}},
	{"the company, not one that is called so", "Osterby Road Company left in May.\nSnow fell.\nThe town slept.\nThe hall was shut. It was cold.\nOsterbysteel closed its mill.\n{s:The company} {c:said} {q:a deal was near}.", []string{"Osterbysteel | organization | -"}},
	{"a letter that somebody wrote", "{s:A letter Marcus Bowen wrote in May} {c:said} {q:a deal was near}.", []string{"a letter Marcus Bowen wrote in May | document | -"}},
	{"somebody’s laboratory", "{s:The laboratory of Marcus Bowen} {c:reported} {q:a deal was near}.", []string{"the laboratory of Marcus Bowen | organization | -"}},
	{"a man who met somebody", "{s:The man who sent a letter to Mayor Marcus Bowen} {c:said} {q:a deal was near}.", []string{"the man who sent a letter to Mayor Marcus Bowen | unnamed | -"}},
	{"someone", "{s:Someone} {c:said} {q:a deal was near}.", []string{"someone | unnamed | -"}},
	{"it of a report, not of whose it is", "{s1:A report by the Osterby Council} {c1:said} {q1:a deal was near}. {s2:It} {c2:said} {q2:the mill was old}.", []string{"a report by the Osterby Council | document | -", "a report by the Osterby Council | document | -"}},
	{"it of the sentence’s subject", "{s1:Osterby Council} {c1:said} {q1:a deal was near}.\nOsterbysteel closed its mill in May. {s2:It} {c2:said} {q2:the mill was old}.", []string{"Osterby Council | organization | -", "Osterbysteel | organization | -"}},
	{"the military", "{s:The Norwegian military} {c:said} {q:a deal was near}.", []string{"Norwegian military | organization | -"}},
	{"a health authority", "{s:The Osterby health authority} {c:said} {q:a deal was near}.", []string{"Osterby health authority | organization | -"}},
	{"a paper of scientists", "{q:The ice melts}, {c:according to} {s:a paper published in the journal Northern Ice}.", []string{"a paper published in the journal Northern Ice | document | -"}},
	{"the report of so many pages", "A 212-page report by the Tenants’ Union came late.\n{s:The report} {c:said} {q:the mill was unsafe}.", []string{"212-page report by the Tenants’ Union | document | -"}},
}

// mergeRows: one bearer or two.
var mergeRows = []speakerRow{
	{"couple, full names", "{s1:Rosa Brandt} {c1:said} {q1:she would run}. {s2:Emil Brandt} {c2:said} {q2:he would not}.",
		[]string{"Rosa Brandt | person | -", "Emil Brandt | person | -"}},
	{"couple, Mr and Mrs", "Rosa Brandt and Emil Brandt voted at noon.\n“{q1:Stay,}” {s1:Mrs. Brandt} {c1:said}.\n“{q2:Go,}” {s2:Mr. Brandt} {c2:said}.",
		[]string{"Rosa Brandt | person | -", "Emil Brandt | person | -"}},
	{"couple, first names", "Rosa Brandt and Emil Brandt voted at noon.\n“{q1:Stay,}” {s1:Rosa} {c1:said}.\n“{q2:Go,}” {s2:Emil} {c2:said}.",
		[]string{"Rosa Brandt | person | -", "Emil Brandt | person | -"}},
	{"couple, surname means the one who is named most", "Rosa Brandt won the vote in Osterby. Rosa Brandt thanked the town. Her husband, Emil Brandt, clapped.\n“{q1:We did it,}” {s1:Brandt} {c1:said}.",
		[]string{"Rosa Brandt | person | -"}},
	{"strangers with one first name", "Anna Lind met Anna Torres.\n“{q1:Stay,}” {s1:Torres} {c1:said}.\n“{q2:Go,}” {s2:Lind} {c2:said}.",
		[]string{"Anna Torres | person | -", "Anna Lind | person | -"}},
	{"father and son", "Marcus Bowen Sr. and Marcus Bowen Jr. run the mill.\n“{q1:Stay,}” {s1:Marcus Bowen Jr.} {c1:said}.",
		[]string{"Marcus Bowen Jr. | person | -"}},
	{"place and person", "Dana Lee grew up in Lee, a small town.\n“{q1:Stay,}” {s1:Lee} {c1:said}.", []string{"Dana Lee | person | -"}},
	{"suffix", "Marcus Bowen Jr. runs the mill.\n“{q:Stay,}” {s:Bowen} {c:said}.", []string{"Marcus Bowen Jr. | person | -"}},
	{"apostrophe, two kinds", "Nora O'Malley runs the mill.\n“{q:Stay,}” {s:O’Malley} {c:said}.", []string{"Nora O'Malley | person | -"}},
	{"Arabic article left out", "Yusuf al-Haddad runs the mill.\n“{q:Stay,}” {s:Haddad} {c:said}.", []string{"Yusuf al-Haddad | person | -"}},
	{"Spanish double name", "Ines Duarte Salgado runs the mill.\n“{q:Stay,}” {s:Duarte} {c:said}.", []string{"Ines Duarte Salgado | person | -"}},
	{"acronym, long name before", "The Northern Rail Union (NRU) met on Monday.\n{s:The NRU} {c:said} {q:a deal was near}.", []string{"Northern Rail Union | organization | -"}},
	{"acronym without brackets", "The Northern Rail Union met on Monday.\n{s:The NRU} {c:said} {q:a deal was near}.", []string{"Northern Rail Union | organization | -"}},
	{"acronym of something else in brackets", "The Northern Rail Union (OST: NRX) met on Monday.\n{s:The OST} {c:said} {q:a deal was near}.", []string{"OST | organization | -"}},
	{"a place and who reports from it", "Osterby, Norway (AXP) is a town.\n{s:The AXP} {c:said} {q:a deal was near}.", []string{"AXP | organization | -"}},
	{"the noun of an institution, behind its acronym", "The Northern Rail Union (NRU) met on Monday.\n{s:The union} {c:said} {q:a deal was near}.", []string{"Northern Rail Union | organization | -"}},
	{"a newspaper by its noun", "The Osterby Herald came late.\n{s:The Herald} {c:said} {q:a deal was near}.", []string{"Osterby Herald | organization | -"}},
	{"a name behind a word that describes it", "Yusuf Okoro runs the mill. Norwegian-born Okoro sold it.\n“{q:Stay,}” {s:he} {c:said}.", []string{"Yusuf Okoro | person | -"}},
	{"an acronym that ends a headline in capitals", "“{q:Stay,}” {s:Okoro} {c:said}.\nheadline> Governor Okoro Writes Long Letter To UNHCR", []string{"Okoro | person | -"}},
	{"a headline in capitals", "headline> Governor Okoro Writes Long Letter To Osterby Millers\n“{q:Stay,}” {s:Okoro} {c:said}. “I stay,” he added.", []string{"Okoro | person | -"}},
	{"numbers that differ", "{s1:40 percent of the voters} {c1:said} {q1:they would stay}. {s2:60 percent of voters} {c2:said} {q2:they would go}.", []string{"40 percent of the voters | group | -", "60 percent of voters | group | -"}},
	{"particle with a capital", "Hanna van der Meer runs the mill.\n“{q:Stay,}” {s:Van der Meer} {c:said}.", []string{"Hanna van der Meer | person | -"}},
	{"Spanish double name, both", "Ines Duarte Salgado runs the mill.\n“{q:Stay,}” {s:Duarte Salgado} {c:said}.", []string{"Ines Duarte Salgado | person | -"}},
	{"company by its first word", "Osterby Steel Inc. met its bankers.\n{s:Osterby Steel} {c:said} {q:a deal was near}.", []string{"Osterby Steel Inc. | organization | -"}},
	{"short first name", "Robert Haines runs the mill.\n“{q1:Stay,}” {s1:Bob Haines} {c1:said}.", []string{"Robert Haines | person | -"}},
	{"firm named after a person", "Marcus Bowen left Bowen Steel Inc. in May.\n{s1:Bowen Steel} {c1:said} {q1:it would miss him}.", []string{"Bowen Steel Inc. | organization | -"}},
}

// pronounRows: she, he, they, it, I.
var pronounRows = []speakerRow{
	{"she", "Dana Lee runs the mill.\n“{q:Stay,}” {s:she} {c:said}.", []string{"Dana Lee | person | -"}},
	{"he", "Marcus Bowen runs the mill.\n“{q:Stay,}” {s:he} {c:said}.", []string{"Marcus Bowen | person | -"}},
	{"she of two, by gender", "Marcus Bowen met Maria Lund at the mill.\n“{q:Stay,}” {s:she} {c:said}.", []string{"Maria Lund | person | -"}},
	{"he of two, by gender", "Marcus Bowen met Maria Lund at the mill.\n“{q:Stay,}” {s:he} {c:said}.", []string{"Marcus Bowen | person | -"}},
	{"the last who spoke", "“{q1:Stay,}” {s1:Marcus Bowen} {c1:said}. Snow fell.\n“{q2:Go,}” {s2:he} {c2:added}.", []string{"Marcus Bowen | person | -", "Marcus Bowen | person | -"}},
	{"subject before object", "Emil Brandt praised Marcus Bowen at the mill.\n“{q:Stay,}” {s:he} {c:said}.", []string{"Emil Brandt | person | -"}},
	{"not somebody in a quotation", "“{q1:I met Emil Brandt once,}” {s1:Marcus Bowen} {c1:said}. {s2:He} {c2:said} {q2:it was long ago}.", []string{"Marcus Bowen | person | -", "Marcus Bowen | person | -"}},
	{"he of a role", "Mayor Marcus Bowen opened the hall.\n“{q:Stay,}” {s:he} {c:said}.", []string{"Marcus Bowen | person | Mayor"}},
	{"he of an unnamed official", "{s1:A senior official} {c1:said} {q1:a deal was near}. “{q2:It is close,}” {s2:he} {c2:said}.", []string{"a senior official | unnamed | -", "a senior official | unnamed | -"}},
	{"they of a group", "{s1:Two senior officials} {c1:said} {q1:a deal was near}. {s2:They} {c2:said} {q2:it was close}.", []string{"two senior officials | group | -", "two senior officials | group | -"}},
	{"they of a plural subject", "The strikers met on Monday.\n{s:They} {c:said} {q:a deal was near}.", []string{"the strikers | group | -"}},
	{"it of an organisation", "{s1:Osterby Council} {c1:said} {q1:a deal was near}. {s2:It} {c2:said} {q2:the road stays shut}.", []string{"Osterby Council | organization | -", "Osterby Council | organization | -"}},
	{"it of a document", "{s1:The report} {c1:said} {q1:the mill was unsafe}. {s2:It} {c2:added} that {q2:the roof leaked}.", []string{"the report | document | -", "the report | document | -"}},
	{"nobody to mean", "“{q:Stay,}” {s:she} {c:said}.", []string{"- | - | -"}},
	{"no person of the other gender", "Marcus Bowen runs the mill.\n“{q:Stay,}” {s:she} {c:said}.", []string{"- | - | -"}},
	{"first person in quoted words", "Marcus Bowen runs the mill.\n“{q1:I asked, ‘Why?’}” {s1:Bowen} {c1:said}.\n“{q2:Stay,}” {s2:he} {c2:said}.", []string{"Marcus Bowen | person | -", "Marcus Bowen | person | -"}},
	{"she, with what she is", "Dana Lee runs the mill.\n“{q:Stay,}” {c:said} {s:she, one of the last millers}.", []string{"Dana Lee | person | -"}},
	{"first person, article’s own voice", "Marcus Bowen runs the mill.\n“{q:Stay,}” {s:I} {c:said}.", []string{"- | - | -"}},
}

// phraseRows: a noun phrase that means somebody who is named.
var phraseRows = []speakerRow{
	{"a relative by one name", "Dana Lee won the race.\n{s:His wife, Pia}, {c:said} {q:they would move}.", []string{"Pia | person | -"}},
	{"a firm behind what it is", "Ada Brandt won the prize.\n{s:Her publisher, Hollis & Wren}, {c:said} {q:it would print more}.", []string{"Hollis & Wren | organization | -"}},
	{"their union", "The Harbour Workers' Union met.\n{s:Their union} {c:said} {q:the pay was low}.", []string{"Harbour Workers' Union | organization | -"}},
	{"their union, of two", "The Harbour Workers' Union and the Teachers' Union met.\n{s:Their union} {c:said} {q:the pay was low}.", []string{"Their union | organization | -"}},
	{"a judge named soon after", "{s1:A city judge} {c1:ruled} that {q1:trams may run}.\n{s2:Judge Leonor Hatch} {c2:said} {q2:the city had done its duty}.", []string{"Leonor Hatch | person | Judge", "Leonor Hatch | person | Judge"}},
	{"a judge beside another", "{s1:A city judge} {c1:ruled} that {q1:trams may run}.\nJudge Leonor Hatch and Judge Ann Poe met.", []string{"A city judge | unnamed | -"}},
	{"the mayor", "Mayor Dana Lee opened the hall.\n“{q:Stay,}” {s:the mayor} {c:said}.", []string{"Dana Lee | person | Mayor"}},
	{"the minister, of a longer role", "Norwegian Foreign Minister Ines Duarte opened the hall.\n“{q:Stay,}” {s:the minister} {c:said}.", []string{"Ines Duarte | person | Norwegian Foreign Minister"}},
	{"the foreign minister, of two", "Foreign Minister Ines Duarte met Finance Minister Dana Lee.\n“{q:Stay,}” {s:the foreign minister} {c:said}.", []string{"Ines Duarte | person | Foreign Minister"}},
	{"the spokeswoman", "Dana Lee, a spokeswoman for the union, came late.\n“{q:Stay,}” {s:the spokeswoman} {c:said}.", []string{"Dana Lee | person | a spokeswoman for the union"}},
	{"the senator", "Sen. Dana Lee came late.\n“{q:Stay,}” {s:the senator} {c:said}.", []string{"Dana Lee | person | Sen."}},
	{"the official, named nowhere", "{s1:A senior official} {c1:said} {q1:a deal was near}.\n“{q2:It is close,}” {s2:the official} {c2:said}.", []string{"a senior official | unnamed | -", "a senior official | unnamed | -"}},
	{"the pilot, not the captain beside him", "Captain Marcus Bowen runs the ferry.\n{s1:Bowen} {c1:said} {q1:the pilot had left}. Bowen and {s2:the pilot} {c2:said} {q2:a deal was near}.", []string{"Marcus Bowen | person | Captain", "the pilot | unnamed | -"}},
	{"the source is nobody who is named", "Dana Lee runs the mill.\n“{q:Stay,}” {s:the source} {c:said}.", []string{"the source | unnamed | -"}},
	{"mayor, in a headline", "headline> {q:Road will open,} {s:mayor} {c:says}\nDana Lee, the mayor of Osterby, came late.", []string{"Dana Lee | person | the mayor of Osterby"}},
	{"officials at large", "{s1:Two Osterby officials} {c1:said} {q1:a deal was near}.\n{s2:Officials} {c2:said} {q2:the hall was shut}. The hall, {s3:officials} {c3:said}, {q3:burned}.", []string{"two Osterby officials | group | -", "officials | group | -", "officials | group | -"}},
	{"she, long after she spoke", "“{q1:Stay,}” {c1:said} {s1:Mayor Dana Lee}.\nSnow fell.\nThe hall was shut. The mill burned.\n{s2:She} {c2:added} that {q2:the road was shut}.", []string{"Dana Lee | person | Mayor", "Dana Lee | person | Mayor"}},
	{"the man, of a man who is not named", "A man fell from the mill on Monday. Marcus Bowen, a doctor, found him.\n{s:The man} {c:said} {q:he was cold}.", []string{"the man | unnamed | -"}},
	{"a role that only a later phrase tells", "“{q1:Stay,}” {s1:Marcus Bowen} {c1:said}. “{q2:Go,}” {s2:the Conservative MP} {c2:added}.", []string{"Marcus Bowen | person | Conservative MP", "Marcus Bowen | person | Conservative MP"}},
	{"a guess tells no role, the noun before it", "“{q1:We will go home now,}” {s1:Dana Lee} {c1:said}.\nThe Italian minister was angry. “{q2:You are bad people,}” {s2:the Italian minister} {c2:said}.\n“{q3:We stay here at home,}” {s3:Lee} {c3:said}.", []string{"Dana Lee | person | -", "Dana Lee | person | -", "Dana Lee | person | -"}},
	{"a guess tells no role, nobody named in it", "“{q1:We stay,}” {s1:Dana Lee} {c1:said}. “{q2:We go,}” {s2:the new driver} {c2:said} on Monday.", []string{"Dana Lee | person | -", "Dana Lee | person | -"}},
	{"a guess tells no role, long after", "“{q1:We stay,}” {s1:Dana Lee} {c1:said}.\nSnow fell at the mill.\nThe hall was shut.\n“{q2:We go,}” {s2:the Italian minister} {c2:said}.", []string{"Dana Lee | person | -", "Dana Lee | person | -"}},
	{"the computer is nobody", "Dana Lee spoke on Monday.\n{s:The computer} {c:said} {q:it was late}.", []string{"the computer | unnamed | -"}},
	{"the server is nobody", "Dana Lee spoke on Monday.\n{s:The server} {c:said} {q:it was late}.", []string{"the server | unnamed | -"}},
	{"a hyphen is nothing of a person", "Dana Lee spoke on Monday.\n{s:The flare-up} {c:showed} {q:it was late}.", []string{"the flare-up | unnamed | -"}},
	{"the 40-year-old", "Dana Lee spoke on Monday.\n“{q:Stay,}” {s:the 40-year-old} {c:said}.", []string{"Dana Lee | person | -"}},
	{"the organist", "Dana Lee spoke on Monday.\n“{q:Stay,}” {s:the organist} {c:said}.", []string{"Dana Lee | person | -"}},
	{"the climate is nobody", "Dana Lee spoke on Monday.\n{s:The climate} {c:showed} {q:it was late}.", []string{"the climate | unnamed | -"}},
	{"no word of mockery for a person", "Dana Lee spoke on Monday.\n“{q:Stay,}” {s:the bombshell} {c:said}.", []string{"the bombshell | unnamed | -"}},
	{"the star", "Dana Lee sang at the mill on Monday.\n“{q:Stay,}” {s:the star} {c:said}.", []string{"Dana Lee | person | -"}},
	{"a thing is nobody who is named", "Dana Lee runs the mill.\n{s:The debate} {c:showed} {q:a deal was near}.", []string{"the debate | unnamed | -"}},
	{"another minister", "Mayor Dana Lee met a minister.\n“{q:Stay,}” {s:a minister} {c:said}.", []string{"a minister | unnamed | -"}},
}

// turnRows: quotations that name nobody.
var turnRows = []speakerRow{
	{"goes on in the next paragraph", "“{q1:Stay,}” {s1:Dana Lee} {c1:said}.\n“{q2:Nobody may pass it before spring.}”", []string{"Dana Lee | person | -", "Dana Lee | person | -"}},
	{"goes on behind an indirect quote", "{s1:Dana Lee} {c1:said} {q1:the road was shut}.\n“{q2:Nobody may pass it before spring.}”", []string{"Dana Lee | person | -", "Dana Lee | person | -"}},
	{"goes on after a pronoun", "Dana Lee came late. “{q1:Stay,}” {s1:she} {c1:said}.\n“{q2:Nobody may pass it before spring.}”", []string{"Dana Lee | person | -", "Dana Lee | person | -"}},
	{"the later of two", "“{q1:Stay,}” {s1:Dana Lee} {c1:said}. “{q2:Go,}” {s2:Marcus Bowen} {c2:said}.\n“{q3:Nobody wants to be here.}”", []string{"Dana Lee | person | -", "Marcus Bowen | person | -", "Marcus Bowen | person | -"}},
	{"subject of the sentence before", "“{q1:Stay,}” {s1:Dana Lee} {c1:said}. Marcus Bowen runs the mill.\nBowen shook his head. “{q2:Nobody may pass it before spring.}”", []string{"Dana Lee | person | -", "Marcus Bowen | person | -"}},
	{"he of the sentence before", "“{q1:Stay,}” {c1:said} {s1:Marcus Bowen}.\nHe shook his head. “{q2:Nobody may pass it before spring.}”", []string{"Marcus Bowen | person | -", "Marcus Bowen | person | -"}},
	{"nobody before", "“{q:Nobody may pass it before spring.}”\nSnow fell.", []string{"- | - | -"}},
	{"a caption between", "“{q1:Stay,}” {s1:Dana Lee} {c1:said}.\ncaption> {s2:Norway} {c2:says} {q2:the road is shut}\nSnow fell.\n“{q3:Nobody may pass it before spring.}”", []string{"Dana Lee | person | -", "Norway | organization | -", "Dana Lee | person | -"}},
	{"too far away", "“{q1:Stay,}” {s1:Dana Lee} {c1:said}.\nSnow fell.\nThe hall was shut.\nThe mill burned.\nThe town slept.\n“{q2:Nobody may pass it before spring.}”", []string{"Dana Lee | person | -", "- | - | -"}},
}

func TestResolve(t *testing.T) {
	for _, test := range speakerTests {
		t.Run(test.name, func(t *testing.T) {
			if diff := diffSpeakers(t, test.text, test.want); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestAuthor: "I" outside of quotation marks is who wrote the article.
func TestAuthor(t *testing.T) {
	for _, test := range []struct {
		name    string
		authors []string
		want    string
	}{
		{"one person", []string{"Dana Lund"}, "Dana Lund"},
		{"two persons", []string{"Dana Lund", "Marcus Bowen"}, ""},
		{"an agency", []string{"Osterby News"}, ""},
		{"three words", []string{"Dana Maria Lund"}, "Dana Maria Lund"},
		{"a person and an agency", []string{"Dana Lund Associated Press"}, ""},
		{"a person and a paper", []string{"Dana Lund Herald"}, ""},
		{"a person, an agency behind a comma", []string{"Dana Lund, Axpers"}, ""},
		{"nobody", nil, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, quotes := parseRow(t, "{s:I} {c:asked} {q:whether the road was closed}.")
			a.Meta.Authors = test.authors
			got := Resolve(text.NewDocument(a), quotes)
			if got[0].Speaker != test.want || (got[0].Kind == Person) != (test.want != "") {
				t.Errorf("got %q, a %s; want %q", got[0].Speaker, got[0].Kind, test.want)
			}
		})
	}
}

func TestKnownFailures(t *testing.T) {
	list := knowntest.Of(t, os.DirFS("../../testdata"), "speaker")
	for _, test := range knownFailures {
		list.Case(test.name, test.reason, func(t *testing.T) bool { return diffSpeakers(t, test.text, test.want) == "" })
	}
}
