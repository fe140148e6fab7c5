import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../access/permissions';

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

  @Column('boolean')
  active: boolean;

  @Column('text')
  passwordHash: string;

  @Column({ type: 'timestamptz', update: false })
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
