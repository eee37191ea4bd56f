import { testMatrix } from './matrix.js';

testMatrix(2, 4);
