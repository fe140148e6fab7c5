import { Module } from '@nestjs/common';
import { CustomerOverviewController } from './customer-overview.controller';
import { GatherOverview } from './gather-overview';

@Module({ controllers: [CustomerOverviewController], providers: [GatherOverview] })
export class CustomerOverviewModule {}
