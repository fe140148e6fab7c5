import * as contracts from '@switchyard/contracts';
import type { MessageClass } from '@switchyard/contracts';
import { instanceToPlain, plainToInstance, Transform, Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  Validate,
  ValidateIf,
  ValidateNested,
  validateSync,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { shapeOf } from './message-shape';
import { plainMessage } from './plain-message';
import { readByShape } from './read-by-shape';

@ValidatorConstraint({ async: true })
class Later implements ValidatorConstraintInterface {
  async validate(): Promise<boolean> {
    return false;
  }
}

class Line {
  @IsString() @Length(1, 5) name: string;
  @IsInt() @Min(0) @Max(100) fen: number;
  @IsOptional() @ValidateNested() @Type(() => Line) next?: Line | null;
}

class Named {
  @IsUUID() id: string;
  @IsNotEmpty() @IsString() title: string;
}

class Order extends Named {
  @IsIn(['a', 'b']) kind: string;
  @IsBoolean() urgent: boolean;
  @IsOptional() @IsDate() @Type(() => Date) at?: Date;
  @IsOptional() @IsInt() @Type(() => Number) pages?: number;
  @IsArray() @ArrayMaxSize(3) @ValidateNested({ each: true }) @Type(() => Line) lines: Line[];
  @IsOptional() @IsArray() @ArrayUnique() @IsString({ each: true }) tags?: string[];
  @ValidateIf(({ kind }: Order) => kind === 'b') @Matches(/^\d+$/) digits?: string;
  @IsOptional() @IsObject() facts?: Record<string, unknown>;
  @Allow() anything?: unknown;
}

const SOUND = {
  id: '0b3ad1a0-6d6f-4a53-9f7e-5a8a0a6a7b11',
  title: '标题',
  kind: 'b',
  urgent: false,
  at: '2026-03-02T01:00:00.000Z',
  pages: '7',
  lines: [{ name: 'x', fen: 1, next: { name: 'y', fen: 2, next: null } }],
  tags: ['p', 'q'],
  digits: '12',
  facts: { deep: [{ er: 1 }] },
  anything: [1, 'two', null],
};

const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  'text',
  -1,
  1.5,
  1e9,
  true,
  [],
  [null],
  [[]],
  {},
  { name: 7 },
];

function readSlowly(type: MessageClass<object>, plain: object): object | undefined {
  const instance = plainToInstance(type, plain);
  const options = { forbidUnknownValues: false, whitelist: true, forbidNonWhitelisted: true };
  return validateSync(instance, options).length === 0 ? instance : undefined;
}

/** Every message that differs from this one in one value, at any depth. JSON's lists hold no `undefined`. */
function* variantsOf(value: unknown): Generator<unknown> {
  yield* ODD;
  if (Array.isArray(value)) {
    yield [...(value as unknown[]), ...(value as unknown[]), ...(value as unknown[])];
    for (const [index, item] of value.entries())
      for (const variant of variantsOf(item)) if (variant !== undefined) yield value.with(index, variant);
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, unknown: 1 };
    for (const [name, inner] of Object.entries(value))
      for (const variant of variantsOf(inner)) yield { ...value, [name]: variant };
  }
}

describe('a message read by the shape of its class', () => {
  it('is what class-transformer and class-validator make of it', () => {
    const read = readByShape(Order, SOUND);
    expect(read).toStrictEqual(readSlowly(Order, SOUND));
    expect(read?.lines[0]?.next).toBeInstanceOf(Line);
    expect(read?.at).toEqual(new Date(SOUND.at));
    expect(read?.facts).not.toBe(SOUND.facts);
  });

  it('is taken exactly when they take it, and comes out alike, whatever is wrong with it', () => {
    let refused = 0;
    let taken = 0;
    for (const variant of variantsOf(SOUND)) {
      if (typeof variant !== 'object' || variant === null || Array.isArray(variant)) continue;
      const slowly = readSlowly(Order, variant);
      expect([variant, readByShape(Order, variant)]).toStrictEqual([variant, slowly]);
      if (slowly) taken += 1;
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(100);
    expect(taken).toBeGreaterThan(20);
  });

  it('is left to them where its class says what is not understood', () => {
    class Transformed {
      @IsString() @Transform(({ value }: { value: string }) => value.trim()) text: string;
    }
    class Patient {
      @Validate(Later) text: string;
    }
    class Untyped {
      @ValidateNested() line: object;
    }
    class WithDefault {
      @IsString() text: string;
      extra = 1;
    }
    for (const type of [Transformed, Patient, Untyped, WithDefault]) expect(shapeOf(type)).toBeUndefined();
    expect(readByShape(Transformed, { text: ' a ' })).toBeUndefined();
  });

  it('cannot reach what all objects share', () => {
    const evil = JSON.parse('{"anything":{"__proto__":{"polluted":true}}}') as object;
    expect(readByShape(Order, { ...SOUND, ...evil })).toBeUndefined();
    expect(readByShape(Order, JSON.parse('{"__proto__":{"kind":"a"}}') as object)).toBeUndefined();
  });

  it('is understood for the contracts, but for few', () => {
    const known = (Object.values(contracts) as unknown[]).filter(isContract);
    const types = new Set(known.flatMap(({ request, reply, payload }) => [request, reply, payload]));
    types.delete(undefined);
    const strange = [...types].filter((type) => type && !shapeOf(type)).map((type) => type?.name);
    expect(types.size).toBeGreaterThan(100);
    expect(strange.length).toBeLessThan(types.size / 10);
  });
});

describe('a message as plain data', () => {
  it.each<[string, object]>([
    ['a literal', { a: 1, b: [{ c: undefined, d: null }], e: new Date(0) }],
    ['an instance, nested ones too', readByShape(Order, SOUND) ?? {}],
    [
      'an instance of a class that is not understood',
      Object.assign(new (class Odd {})(), { at: new Date(1) }),
    ],
  ])('is what class-transformer makes of %s', (_what, message) => {
    const plain = plainMessage(message);
    expect(plain).toStrictEqual(instanceToPlain(message));
    expect(plain).not.toBe(message);
  });
});

interface Contract {
  readonly request?: MessageClass<object>;
  readonly reply?: MessageClass<object>;
  readonly payload?: MessageClass<object>;
}

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'subject' in value;
}
