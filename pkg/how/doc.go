// Package how tells in what manner a quote was said: whether its source says
// it or denies it, through which channel and medium, and to whom.
//
// It takes a document and one [speaker.Attribution] of it; [Describe] is the
// door. It reads only the adjuncts of the cue's sentence, outside of what was
// said: behind the cue, at the sentence's start, between source and cue, and
// behind a quotation. What they do not say stays empty. The sentence must be
// tagged, as those with a cue are. The work for one quote is bounded.
package how
