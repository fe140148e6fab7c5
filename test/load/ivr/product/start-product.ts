import type { Lab, Platform } from '@switchyard/testing';

export interface Product {
  /** The number that leads to the measured menu. */
  readonly number: string;
  /** Numbers of customers, bound to accounts that have a bill. */
  readonly callers: readonly string[];
  stop(): Promise<void>;
}

export async function startProduct(_lab: Lab, _platform: Platform): Promise<Product> {
  return Promise.reject(new Error('not yet'));
}
