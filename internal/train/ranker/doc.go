// Package ranker makes the weights by which pkg/speaker tells whom "he" and
// "she" mean. It learns from automatic chains of coreference: the answer to a
// pronoun is whoever of the candidates is named in its chain. [Run] is the
// door. The same files give the same weights.
package ranker
