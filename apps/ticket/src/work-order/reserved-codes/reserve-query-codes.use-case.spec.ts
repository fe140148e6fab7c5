import { FixedClock } from '@switchyard/platform';
import { InMemoryReservedCodes } from '../../../test/in-memory';
import { ReserveQueryCodesUseCase } from './reserve-query-codes.use-case';

function setUp(drawn: readonly string[]) {
  const left = [...drawn];
  const reserved = new InMemoryReservedCodes();
  const useCase = new ReserveQueryCodesUseCase(
    { draw: () => left.shift() ?? '11111111' },
    reserved,
    new FixedClock(new Date('2026-03-01T16:00:00Z')),
  );
  return { useCase, reserved };
}

test('as many codes are set apart as were asked for, and each once', async () => {
  const { useCase, reserved } = setUp(['11111111', '11111111', '22222222', '11111111', '33333333']);
  expect(await useCase.execute(3)).toEqual(['11111111', '22222222', '33333333']);
  expect([...reserved.codes]).toHaveLength(3);
});

test('it says so when no code is free', async () => {
  const { useCase } = setUp([]);
  await expect(useCase.execute(2)).rejects.toThrow('no free query code');
});
