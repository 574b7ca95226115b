package speaker

// Looks is the work of resolving, in candidates compared.
var Looks = resolveAll
