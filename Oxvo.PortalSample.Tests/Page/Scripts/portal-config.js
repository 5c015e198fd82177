// As the portal writes this module from its settings.
export const messengerOrigins = ['https://chat.oxvo.example', 'https://oxvo.acme.example'];
export const siteOrigins = ['https://www.acme.example', 'https://shop.acme.example'];
export const signInUrl = 'https://www.acme.example/sign-in';
export const siteName = 'Acme';
export const silentDays = 5;
