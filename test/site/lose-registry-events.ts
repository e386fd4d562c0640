/** Loaded before a command: no file watcher tells it of a change in the registry, as may happen on a busy machine. */

import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { registryFolder } from '#store/registry-files.ts';

const { watch } = fs;

Object.assign(fs, {
	watch: (...asked: Parameters<typeof watch>): unknown =>
		String(asked[0]).includes(registryFolder)
			? Object.assign(new EventEmitter(), { close: () => undefined })
			: Reflect.apply(watch, fs, asked),
});
syncBuiltinESMExports();
