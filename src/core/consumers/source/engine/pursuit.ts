import type { CheckTime } from './time.ts';

/** So far a value is followed from name to name. */
const maxDepth = 40;
/** So many steps one question may take: names may lead to one another in circles, in many ways. */
const maxSteps = 2000;

/** Follows a value step by step, and gives up where that leads nowhere. */
export class Pursuit<Value> {
	readonly #unknown: Value;
	readonly #checkTime: CheckTime;
	readonly #known = new Map<object, Value>();
	#depth = 0;
	#steps = 0;

	constructor(unknown: Value, checkTime: CheckTime) {
		this.#unknown = unknown;
		this.#checkTime = checkTime;
	}

	/** The value of a name, which is found once. In a circle of names nothing is known of it. */
	remember(name: object, find: () => Value): Value {
		const known = this.#known.get(name);
		if (known !== undefined) return known;
		this.#known.set(name, this.#unknown);
		const found = this.follow(find);
		this.#known.set(name, found);
		return found;
	}

	/** One step, which may take others. Gives `unknown` instead when there were too many. */
	follow(step: () => Value): Value {
		this.#checkTime();
		if (this.#depth === 0) this.#steps = 0;
		this.#steps += 1;
		if (this.#depth > maxDepth || this.#steps > maxSteps) return this.#unknown;
		this.#depth += 1;
		try {
			return step();
		} finally {
			this.#depth -= 1;
		}
	}
}
