import { Injectable } from '@nestjs/common';
import type { RegisterKind, RequestContext } from '@switchyard/contracts';
import { phoneNormaliser } from '@switchyard/platform';
import { Areas } from '../../area/areas.port';
import type { RegisterWriters } from '../register-writers.port';
import { ARREARS_REGISTER } from './arrears';
import { BILLS_REGISTER } from './bills';
import { customersRegister } from './customers';
import { outagesRegister } from './outages';
import type { Register } from './register';

export type Write<Row> = (
  writers: RegisterWriters,
  rows: AsyncIterable<readonly Row[]>,
  now: Date,
  context: RequestContext,
) => Promise<void>;

type WithRegister<Result> = <Row extends { readonly line: number }, Remark extends string>(
  register: Register<Row, Remark>,
  write: Write<Row>,
) => Result;

/** One register, whatever its rows are: gives itself and its writer to a function that works for all. */
export type AnyRegister = <Result>(use: WithRegister<Result>) => Result;

/** The registers by their names. */
@Injectable()
export class Registers {
  private readonly normalise = phoneNormaliser();

  constructor(private readonly areas: Areas) {}

  async of(kind: RegisterKind): Promise<AnyRegister> {
    switch (kind) {
      case 'customers': {
        const register = customersRegister(this.normalise);
        return (use) => use(register, (writers, rows, now, context) => writers.customers(rows, now, context));
      }
      case 'bills':
        return (use) => use(BILLS_REGISTER, (writers, rows, now) => writers.bills(rows, now));
      case 'arrears':
        return (use) => use(ARREARS_REGISTER, (writers, rows, now) => writers.arrears(rows, now));
      case 'outages': {
        const codes = (await this.areas.all()).map(({ code }) => code);
        const register = outagesRegister(new Set(codes));
        return (use) => use(register, (writers, rows, now, context) => writers.outages(rows, now, context));
      }
    }
  }
}
