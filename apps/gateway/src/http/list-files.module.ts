import { Global, Module } from '@nestjs/common';
import { ListFiles } from './list-files';

@Global()
@Module({ providers: [ListFiles], exports: [ListFiles] })
export class ListFilesModule {}
