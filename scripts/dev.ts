import { refuseOddPath } from '#checkout-path.ts';

/** Serves the site while it is written: pages, registry and snapshot are read again when they change. */
const root = process.cwd();
refuseOddPath(root);
const { dev } = await import('astro');
const server = await dev({ root });
console.log(`The handbook is at http://localhost:${String(server.address.port)} (Ctrl+C ends it).`);
