import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Postgres gives bigint as text; amounts are far below 2^53. */
const FEN = { to: (fen: number) => fen, from: (text: string) => Number(text) };

@Entity()
export class PaymentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  accountNo: string;

  @Column('bigint', { transformer: FEN })
  amountFen: number;

  @Column('timestamptz')
  paidAt: Date;

  @Column('text', { nullable: true })
  billMonth: string | null;

  @Column('text')
  source: string;

  @Column('text')
  reference: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('boolean')
  accountKnown: boolean;
}
