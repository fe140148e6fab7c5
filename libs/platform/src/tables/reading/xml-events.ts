import { SaxesParser } from 'saxes';
import { brokenArchive } from './xlsx-archive';

export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Feeds XML chunk by chunk to a handler. Prefixes are cut off. Entities of a DTD are never expanded. */
export class XmlEvents {
  private readonly parser = new SaxesParser();

  constructor(handler: XmlHandler) {
    this.parser.on('error', (error) => {
      throw brokenArchive(error);
    });
    this.parser.on('opentag', (tag) => handler.open?.(local(tag.name), tag.attributes));
    this.parser.on('closetag', (tag) => handler.close?.(local(tag.name)));
    this.parser.on('text', (text) => handler.text?.(text));
  }

  push(chunk: string): void {
    this.parser.write(chunk);
  }

  end(): void {
    this.parser.close();
  }
}

/** Reads a whole part into a handler. @throws UnreadableTable when it is not well-formed. */
export async function readXml(chunks: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  const events = new XmlEvents(handler);
  for await (const chunk of chunks) events.push(chunk);
  events.end();
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
