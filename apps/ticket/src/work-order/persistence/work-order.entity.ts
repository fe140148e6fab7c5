import type { WorkOrderKind, WorkOrderStatus } from '@switchyard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class WorkOrderEntity {
  @PrimaryColumn('text')
  number: string;

  @Column('text')
  queryCode: string;

  @Column('text')
  kind: WorkOrderKind;

  @Column('text')
  status: WorkOrderStatus;

  @Column('text', { nullable: true })
  accountNo: string | null;

  /** Personal data. */
  @Column('text', { nullable: true })
  phone: string | null;

  /** May hold personal data. */
  @Column('text')
  text: string;

  @Column('text')
  reference: string;

  @Column('timestamptz')
  openedAt: Date;

  @Column('text')
  openedBy: string;
}
