/** What the entry fetches first, without exports: a chunk of side effects needs no namespace object. */
import './widget.js';
