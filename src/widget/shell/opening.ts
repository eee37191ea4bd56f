/** What opening waits for, without exports: a chunk of side effects needs no namespace object. */
import '../blocks/first.js';
import './panel.js';
