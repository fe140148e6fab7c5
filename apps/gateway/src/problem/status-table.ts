import { COMMON_ERRORS } from '@switchyard/contracts';

/** Status of the codes that no ending of a name decides. */
const BY_CODE: Readonly<Record<string, number>> = {
  [COMMON_ERRORS.invalid]: 400,
  'request.malformed': 400,
  'sign-in.required': 401,
  'sign-in.token-invalid': 401,
  'sign-in.refused': 401,
  'sign-in.refresh-invalid': 401,
  'sign-in.refresh-reused': 401,
  [COMMON_ERRORS.forbidden]: 403,
  [COMMON_ERRORS.notFound]: 404,
  'route.method-not-allowed': 405,
  'request.not-acceptable': 406,
  'idempotency.in-flight': 409,
  'work-order-message.deleted': 410,
  'request.too-large': 413,
  'request.media-type-unsupported': 415,
  'request.rate-limited': 429,
  'sign-in.locked': 429,
  'stream.too-many': 429,
  [COMMON_ERRORS.internal]: 500,
  [COMMON_ERRORS.unavailable]: 503,
  'sign-in.busy': 503,
  'telephone-password.busy': 503,
  'agent.handover-unknown': 503,
};

/** Endings that every service uses alike. */
const BY_ENDING: readonly (readonly [RegExp, number])[] = [
  [/\.not-found$/, 404],
  [
    /\.(already-[a-z-]+|conflict|duplicate|not-allowed-in-state|version-conflict|reference-reused|key-reused)$/,
    409,
  ],
];

/** A rule of a service said no to a request that is well formed. */
const REFUSED_BY_A_RULE = 422;

/** HTTP status of an error code; the only place where one becomes the other. */
export function statusOf(code: string): number {
  return BY_CODE[code] ?? BY_ENDING.find(([ending]) => ending.test(code))?.[1] ?? REFUSED_BY_A_RULE;
}

/** Code of an error that Fastify or Nest found before any of our code could. */
export function codeOfStatus(status: number): string {
  switch (status) {
    case 400:
      return 'request.malformed';
    case 401:
      return 'sign-in.required';
    case 403:
      return COMMON_ERRORS.forbidden;
    case 404:
      return 'route.not-found';
    case 405:
      return 'route.method-not-allowed';
    case 406:
      return 'request.not-acceptable';
    case 413:
      return 'request.too-large';
    case 415:
      return 'request.media-type-unsupported';
    case 429:
      return 'request.rate-limited';
    case 503:
      return COMMON_ERRORS.unavailable;
    default:
      return status < 500 ? COMMON_ERRORS.invalid : COMMON_ERRORS.internal;
  }
}

/** Short title of a status, the same for every problem with it. */
export const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'Sign-in required',
  403: 'Not permitted',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  409: 'Conflict with the present state',
  410: 'Deleted',
  413: 'Too large',
  415: 'Media type not supported',
  422: 'Refused by a rule',
  429: 'Too many requests',
  500: 'Our own defect',
  503: 'Not available at the moment',
};
