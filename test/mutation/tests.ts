import './globals.js';
import '../contract/amounts.test.js';
import '../contract/decode-rules.test.js';
import '../contract/plain-json.test.js';
import '../server/endpoint/keys.test.js';
import '../server/endpoint/once.test.js';
import '../widget/store/intents.test.js';
import '../widget/ui/safe-url.test.js';

/** The tests that mutants of money, addresses, decoders and keys are held against. */
