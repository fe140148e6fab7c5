import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A loopback server that looks to ari-client like an Asterisk, and misbehaves as told. */
export class FakeAri {
  readonly sockets: WebSocket[] = [];
  readonly requests: string[] = [];
  /** Status of the API's description. */
  descriptionStatus = 200;
  /** Answers everything that is not the API's description. */
  answer: Answer = (_request, response) => response.end('[]');
  private readonly server = createServer((request, response) => this.serve(request, response));
  private readonly webSockets = new WebSocketServer({ noServer: true });

  private constructor() {
    this.server.on('upgrade', (request, socket, head) => {
      this.requests.push(`UPGRADE ${request.url ?? ''}`);
      this.webSockets.handleUpgrade(request, socket, head, (opened) => this.sockets.push(opened));
    });
  }

  static async open(): Promise<FakeAri> {
    const fake = new FakeAri();
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get target() {
    const { port } = this.server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, user: 'user', password: 'secret' };
  }

  async close(): Promise<void> {
    this.sockets.forEach((socket) => socket.terminate());
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    this.requests.push(`${request.method ?? ''} ${url}`);
    if (!url.includes('/api-docs/')) return this.answer(request, response);
    response.writeHead(this.descriptionStatus, { 'content-type': 'application/json' });
    response.end(JSON.stringify(this.description(url)));
  }

  private description(url: string): object {
    const common = { apiVersion: '2', swaggerVersion: '1.1', basePath: `${this.target.url}/ari` };
    return url.includes('resources.json')
      ? { ...common, apis: [{ path: '/api-docs/events.{format}', description: '' }] }
      : { ...common, resourcePath: '/api-docs/events.{format}', apis: [], models: {} };
  }
}
