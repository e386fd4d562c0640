/** A process that renders one checkout after the other: see `renderWarm`. */
import { render } from '../../scripts/render.ts';

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

process.on('message', (order: Order) => {
	void answer(order).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => process.exit());
