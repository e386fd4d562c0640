import { dev } from 'astro';

/** Serves the site while it is written: pages, registry and snapshot are read again when they change. */
const server = await dev({ root: process.cwd() });
console.log(`The handbook is at http://localhost:${String(server.address.port)} (Ctrl+C ends it).`);
