export * from './grammar';
export * from './join-segments';
export * from './language';
export * from './speak';
export * from './speak-literal';
export * from './speak-text';
export * from './split-braces';
export * from './unspeakable-value';
