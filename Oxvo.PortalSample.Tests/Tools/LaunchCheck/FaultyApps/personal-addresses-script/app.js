export const load = (visitor) => fetch(`/api/orders?view=short&email=${visitor.email}`);
