/** The process that renders for all tests, one checkout after the other: see `renderWarm`. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Order {
	checkout: string;
	environment: Readonly<Record<string, string>>;
}

export interface Outcome {
	code: number | undefined;
	/** All that was printed. */
	log: string;
}

const home = process.cwd();
const own = { ...process.env };
let log = '';

/** Astro prints what it has to say wherever it likes. */
for (const stream of [process.stdout, process.stderr]) {
	stream.write = (text: string | Uint8Array) => {
		log += String(text);
		return true;
	};
}

async function answer({ checkout, environment }: Order): Promise<Outcome> {
	// Not before somebody asks: most runs of few tests render nothing.
	const { render } = await import('../../scripts/render.ts');
	log = '';
	replaceEnvironment({ ...own, ...environment });
	process.chdir(checkout);
	try {
		const print = (text: string) => {
			log += `${text}\n`;
		};
		const silent = () => true;
		const code = await render([], {
			root: checkout,
			environment: process.env,
			print,
			warn: print,
			terminal: { isTTY: false, columns: 80, cursorTo: silent, clearLine: silent, write: silent },
			ask: undefined,
		});
		return { code, log };
	} finally {
		process.chdir(home);
	}
}

function replaceEnvironment(variables: NodeJS.ProcessEnv): void {
	for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
	Object.assign(process.env, variables);
}

let queue: Promise<unknown> = Promise.resolve();

createServer((request, response) => {
	void text(request).then((order) => {
		queue = queue.then(async () => {
			response.end(JSON.stringify(await answer(JSON.parse(order) as Order)));
		});
	});
}).listen(process.argv[2], () => process.send?.('listening'));

process.on('disconnect', () => process.exit());
