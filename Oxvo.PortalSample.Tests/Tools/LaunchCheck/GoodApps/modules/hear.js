const origins = ['https://messenger.oxvo.example'];

/** What the messenger says, or null. */
export const claimIn = ({ data, origin, source }) =>
  origins.includes(origin) && source === parent && data?.type === 'oxvo.current_user' ? data.payload : null;
