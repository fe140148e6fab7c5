/** What class-transformer's decorators left; not exported by its index. */
declare module 'class-transformer/cjs/storage' {
  import type { TypeMetadata } from 'class-transformer';

  export const defaultMetadataStorage: {
    findTypeMetadata(target: abstract new () => unknown, propertyName: string): TypeMetadata | undefined;
    findTransformMetadatas(
      target: abstract new () => unknown,
      propertyName: string,
      type: number,
    ): readonly unknown[];
    getExposedMetadatas(target: abstract new () => unknown): readonly unknown[];
    getExcludedMetadatas(target: abstract new () => unknown): readonly unknown[];
  };
}
