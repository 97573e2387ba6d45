message(STATUS "packaging comes later")
