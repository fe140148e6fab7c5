import { SPOKEN_LANGUAGES } from '../../speech';
import { FLOW_FORMAT } from '../document/flow-document';
import { node, NODE_NAME, pieces } from './fields';
import { type JsonSchema, list, oneOfWords, record, text, whole, word } from './json-schema';
import { NODE_SCHEMAS } from './node-schemas';

/** The JSON Schema of a call-flow document, and the very thing that `parseCallFlow` reads documents by. */
export const CALL_FLOW_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Switchyard call flow',
  ...record(
    {
      format: { const: FLOW_FORMAT, description: 'Version of the document format' },
      name: word('^[a-z][a-z0-9-]{0,49}$', 'Name of the flow, the same in all its versions'),
      settings: record({
        keyWaitSeconds: whole(2, 30, 'Seconds of silence after a prompt until a missing key'),
        betweenKeysSeconds: whole(1, 15, 'Seconds of pause that end an entry of digits'),
        tries: whole(1, 5, 'Wrong or missing keys until `strikes`'),
      }),
      entries: list(
        record({
          name: word('^[A-Za-z0-9_-]{1,50}$', 'Name of the entry; dialled numbers are led to it by name'),
          language: oneOfWords(SPOKEN_LANGUAGES, 'Language to begin with'),
          start: node('the first'),
        }),
        1,
        50,
      ),
      human: node('where key 0 leads, from anywhere'),
      wrongKey: pieces('Said after a wrong key'),
      missingKey: pieces('Said when no key came'),
      nodes: {
        type: 'object',
        propertyNames: { pattern: NODE_NAME },
        additionalProperties: { type: 'object', required: ['kind'], oneOf: NODE_SCHEMAS },
        minProperties: 1,
        maxProperties: 1000,
      },
    },
    {
      description: text(500, 'For whoever reads the document'),
      strikes: node('where three wrong or missing keys lead'),
    },
  ),
};
