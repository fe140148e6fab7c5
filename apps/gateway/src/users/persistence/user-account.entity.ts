import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SwitchedOffBy } from '../users.port';
import type { Role } from '../../access/roles';

@Entity()
export class UserAccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Personal data. */
  @Column('text')
  displayName: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column('text', { array: true })
  scope: string[];

  @Column('boolean')
  active: boolean;

  @Column({ type: 'text', nullable: true })
  switchedOffBy: SwitchedOffBy | null;

  @Column({ type: 'text', nullable: true })
  staffNumber: string | null;

  @Column('text')
  passwordHash: string;

  @Column({ type: 'timestamptz', update: false })
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
