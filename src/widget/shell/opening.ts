/** What opening waits for, without exports: a chunk of side effects needs no namespace object. */
import './home/home.js';
import './panel.js';
