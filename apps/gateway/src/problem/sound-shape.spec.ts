import { Type } from 'class-transformer';
import { IsOptional, IsString, ValidateIf, ValidateNested } from 'class-validator';
import { requestValidation, validated } from './validate';

class Part {
  @IsOptional()
  @IsString()
  note?: string;
}

class Whole {
  @IsOptional()
  @IsString()
  name?: string;

  @ValidateIf((_, value) => value !== null)
  @IsString()
  parent!: string | null;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Part)
  parts?: Part[];
}

const pipe = requestValidation();
const send = (body: object): Promise<unknown> => pipe.transform(body, { type: 'body', metatype: Whole });
const fieldOf = (field: string) => ({ details: { fields: [{ field }] } });

describe('the shape of a request', () => {
  test('null in an optional field is refused by name, for no service expects it', async () => {
    await expect(send({ parent: 'W1', name: null })).rejects.toMatchObject(fieldOf('name'));
    await expect(validated(Whole, { parent: 'W1', name: null })).rejects.toMatchObject(fieldOf('name'));
    await expect(send({ parent: 'W1', parts: null })).rejects.toMatchObject(fieldOf('parts'));
  });

  test('null within a list is refused with its place', async () => {
    const body = { parent: 'W1', parts: [{ note: 'a' }, { note: null }] };
    await expect(send(body)).rejects.toMatchObject(fieldOf('parts.1.note'));
  });

  test('a list where an object of a list belongs is refused with its place', async () => {
    await expect(send({ parent: 'W1', parts: [{}, []] })).rejects.toMatchObject(fieldOf('parts.1'));
  });

  test('a field that may be null may be null', async () => {
    await expect(send({ parent: null })).resolves.toEqual({ parent: null });
    await expect(send({ parent: 'W1', name: 'x', parts: [{ note: 'a' }] })).resolves.toMatchObject({
      name: 'x',
    });
  });
});
