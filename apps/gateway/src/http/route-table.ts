export interface Route {
  readonly method: string;
  /** Fastify's pattern: `/api/v1/batches/:id`. */
  readonly pattern: string;
}

/** Every route that the server serves, as it was registered. */
export class RouteTable {
  private readonly known: { readonly route: Route; readonly shape: RegExp }[] = [];

  add(method: string | readonly string[], pattern: string): void {
    const shape = shapeOf(pattern);
    for (const one of [method].flat()) this.known.push({ route: { method: one, pattern }, shape });
  }

  get routes(): readonly Route[] {
    return this.known.map(({ route }) => route);
  }

  /** Methods that a path takes, without HEAD, sorted. */
  methodsOf(path: string): string[] {
    const methods = this.known
      .filter(({ shape, route }) => shape.test(path) && route.method !== 'HEAD')
      .map(({ route }) => route.method);
    return [...new Set(methods)].sort();
  }
}

function shapeOf(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    return part.split('*').map(escape).join('.*');
  });
  return new RegExp(`^${parts.join('/')}/?$`);
}

const escape = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
