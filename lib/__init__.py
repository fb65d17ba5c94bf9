"""The workbook's library: a thin layer under the notebooks."""

import os

# Before torch loads OpenMP: threads that wait must sleep, not spin. Alone on two cores a step takes
# 7 % longer; beside a browser or a second training it takes 77 ms instead of 440.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
# Before OpenCV is loaded: a file of a few bytes can promise a picture that fills the memory.
os.environ.setdefault("OPENCV_IO_MAX_IMAGE_PIXELS", "250000000")
