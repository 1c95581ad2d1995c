// SPDX-License-Identifier: Apache-2.0
// An OpenID Connect provider of our own: approves whoever comes as the person it is told, with real signatures.
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

const b64 = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

export class OpenId {
  static async start(account) {
    const provider = new OpenId();
    provider.account = account;
    provider.codes = new Map();
    provider.keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    provider.server = createServer((request, response) => provider.#answer(request, response)).listen(0, '127.0.0.1');
    await once(provider.server, 'listening');
    return provider;
  }

  get issuer() {
    return `http://127.0.0.1:${this.server.address().port}`;
  }

  async #answer(request, response) {
    const url = new URL(request.url, this.issuer);
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      this.codes.set(code, url.searchParams);
      const back = new URL(url.searchParams.get('redirect_uri'));
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state'));
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = {
      '/.well-known/openid-configuration': () => ({
        issuer: this.issuer, authorization_endpoint: `${this.issuer}/authorize`, token_endpoint: `${this.issuer}/token`,
        jwks_uri: `${this.issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/keys': () => ({ keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] }),
      '/token': () => this.#token(new URLSearchParams(Buffer.concat(chunks).toString())),
    }[url.pathname]?.();
    response.writeHead(body ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? { error: 'invalid_grant' }));
  }

  #token(sent) {
    const asked = this.codes.get(sent.get('code'));
    this.codes.delete(sent.get('code'));
    if (!asked || asked.get('code_challenge') !== createHash('sha256').update(sent.get('code_verifier')).digest('base64url')) return undefined;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer, aud: asked.get('client_id'), sub: `subject-${this.account}`, nonce: asked.get('nonce'), iat: now, exp: now + 60,
      preferred_username: this.account,
    };
    const signed = `${b64({ alg: 'RS256', kid: 'one' })}.${b64(claims)}`;
    const signature = createSign('RSA-SHA256').update(signed).sign(this.keys.privateKey).toString('base64url');
    return { access_token: 'a', token_type: 'Bearer', id_token: `${signed}.${signature}` };
  }

  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }
}
