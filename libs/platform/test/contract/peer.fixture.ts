import 'reflect-metadata';
import type { INestMicroservice, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger, OperationClient, PlatformModule, ServiceConfig, type Transport } from '../../src';
import { Leftovers } from '../../src/bootstrap/leftovers';

export interface Peer {
  readonly app: INestMicroservice;
  readonly transport: Transport;
  readonly client: OperationClient;
  stop(): Promise<void>;
}

/** A service without HTTP and database: only what speaks to others. */
export async function startPeer(name: string, transport: Transport, controllers: Type[]): Promise<Peer> {
  const logger = Logger.silent();
  await transport.connect(5_000);
  const platform = PlatformModule.forService({
    name,
    config: Object.assign(new ServiceConfig(), {}),
    logger,
    transport,
    leftovers: new Leftovers(),
  });
  const root = { module: class PeerRoot {}, imports: [platform], controllers };
  try {
    const app = await NestFactory.createMicroservice(root, {
      strategy: transport.server,
      logger: false,
      abortOnError: false,
    });
    await app.listen();
    const stop = async (): Promise<void> => {
      // Some tests leave a request behind that is never answered.
      await transport.stopAccepting(200).catch(() => undefined);
      await app.close();
      await transport.close();
    };
    return { app, transport, client: app.get(OperationClient, { strict: false }), stop };
  } catch (error) {
    await transport.close();
    throw error;
  }
}
