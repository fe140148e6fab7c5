/** Every route of the API is below it. */
export const API_PREFIX = 'api/v1';
