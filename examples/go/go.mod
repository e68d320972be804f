module example.org/fihris

go 1.19
