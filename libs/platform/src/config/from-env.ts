import 'reflect-metadata';

export interface EnvBinding {
  readonly property: string;
  readonly variable: string;
  readonly type: unknown;
}

const BINDINGS = Symbol('switchyard:env-bindings');

/**
 * Binds a property of a config class to an environment variable. The property's declared type decides
 * the conversion: string, number, boolean (`true`/`false`/`1`/`0`) or string[] (comma separated). The
 * property's initial value is the default; class-validator decorators say what is allowed.
 */
export function FromEnv(variable: string): PropertyDecorator {
  return (target, property) => {
    const type: unknown = Reflect.getMetadata('design:type', target, property);
    const own = (Reflect.getOwnMetadata(BINDINGS, target) as EnvBinding[] | undefined) ?? [];
    Reflect.defineMetadata(BINDINGS, [...own, { property: String(property), variable, type }], target);
  };
}

/** Bindings of a class and its bases; a derived class may bind a property to another variable. */
export function bindingsOf(prototype: object): EnvBinding[] {
  const byProperty = new Map<string, EnvBinding>();
  for (let level: object | null = prototype; level !== null; level = Object.getPrototypeOf(level) as object) {
    const own = (Reflect.getOwnMetadata(BINDINGS, level) as EnvBinding[] | undefined) ?? [];
    for (const binding of own) {
      if (!byProperty.has(binding.property)) byProperty.set(binding.property, binding);
    }
  }
  return [...byProperty.values()];
}
