const api = 'https://orders.acme.internal/v1';
console.assert(api.length > 0);
