import { Module } from '@nestjs/common';
import { StaffModule } from '../../staff/staff.module';
import { People } from './people';

@Module({ imports: [StaffModule], providers: [People], exports: [People] })
export class PeopleModule {}
