// Package train makes the models of internal/model from annotated documents:
// a corpus of quotations ([ReadCorpus]), automatic tokens, a teacher's labels
// and word classes. Everything is seeded and runs in one order, so the same
// files give the same models, byte for byte. [Run] is the door.
package train
