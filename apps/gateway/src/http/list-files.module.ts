import { Global, Module } from '@nestjs/common';
import { AccountNames } from './account-names';
import { ListFiles } from './list-files';

@Global()
@Module({ providers: [AccountNames, ListFiles], exports: [ListFiles] })
export class ListFilesModule {}
