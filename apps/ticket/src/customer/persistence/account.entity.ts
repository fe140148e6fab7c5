import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CustomerKind } from '../accounts.port';

@Entity()
export class AccountEntity {
  @PrimaryColumn('text')
  accountNo: string;

  /** Personal data. */
  @Column('text')
  name: string;

  @Column('text')
  kind: CustomerKind;

  /** Personal data. */
  @Column('text', { array: true })
  phones: string[];

  @Column({ type: 'timestamptz', update: false })
  registeredAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
