// Package model holds linear sequence models: weights of hashed features, one
// small integer for each feature and label, and the decoders that turn them
// into labels.
//
// A model is a file in data/ with its own checksum, embedded in the binary and
// read when it is first asked for ([Embedded]); the card beside it says what it
// was trained on and how. [Linear.Scores] adds up the features of
// one position, [Lattice] finds the best sequence of labels and how sure it
// is. Nothing allocates once the caller's buffers have grown, and the same
// input always gives the same labels.
package model
