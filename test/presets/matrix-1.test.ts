import { testMatrix } from './matrix.js';

testMatrix(0, 4);
