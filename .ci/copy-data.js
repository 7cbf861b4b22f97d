// What the built program reads beside its code: the compiler copies code only.
import {cpSync} from 'node:fs';

for (const file of ['wilayah.csv', 'NOTICE.md']) cpSync(`seeds/${file}`, `dist/seeds/${file}`);
