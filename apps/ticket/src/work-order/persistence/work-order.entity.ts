import type { ApplicationKind, IntakeChannel, WorkOrderKind, WorkOrderStatus } from '@switchyard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Attachment } from '../work-orders.port';

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

  @Column('boolean')
  anonymous: boolean;

  @Column('text', { nullable: true })
  areaCode: string | null;

  @Column('text', { nullable: true })
  applicationKind: ApplicationKind | null;

  @Column('text')
  channel: IntakeChannel;

  @Column('jsonb')
  attachments: Attachment[];

  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

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
