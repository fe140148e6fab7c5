export const SPOKEN_LANGUAGES = ['zh-CN', 'en'] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

/**
 * One unit of playing and caching (T5.2): a fixed sentence, a number word, or a lone punctuation mark,
 * which is a pause. Numbers are words already; a segment holds no digits.
 */
export type Segment = string;
