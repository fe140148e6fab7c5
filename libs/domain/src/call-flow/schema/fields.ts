import { list, record, text, whole, word } from './json-schema';

export const NODE_NAME = '^[a-z][a-z0-9-]{0,63}$';
const VARIABLE = '^[a-z][A-Za-z0-9]{0,39}$';
const TOPIC = '^[a-z][a-z0-9-]{0,39}$';

export const node = (description: string) => word(NODE_NAME, `Name of a node: ${description}`);
export const variable = (description: string) => word(VARIABLE, description);
export const topic = (description: string) => word(TOPIC, description);

const piece = record(
  {
    'zh-CN': text(2000, 'Chinese, variables in braces'),
    en: text(2000, 'English, variables in braces'),
  },
  {
    each: text(40, 'Says it for every item of this list'),
    most: whole(1, 20, 'Of the list at most so many'),
    when: text(60, 'Says it only when this variable has a value'),
    unless: text(60, 'Says it only when this variable has no value'),
  },
);

export const pieces = (description: string) => ({ ...list(piece, 1, 20), description });

export const common = {
  asks: topic('Topic noted as asked for when the node is reached'),
  comment: text(500, 'For whoever reads the document'),
};

export const asking = {
  ...common,
  tries: whole(1, 5, 'Wrong or missing keys until `strikes`'),
  strikes: node('where that leads'),
  keyWaitSeconds: whole(2, 30, 'Seconds of silence until a missing key'),
};
