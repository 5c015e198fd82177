// postgres://portal:Tr0ub4dor@db.acme.example/portal
console.assert(true);
