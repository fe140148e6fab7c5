import { Module } from '@nestjs/common';
import { MySwapController } from './my-swap.controller';
import { SwapController } from './swap.controller';

@Module({ controllers: [MySwapController, SwapController] })
export class SwapModule {}
